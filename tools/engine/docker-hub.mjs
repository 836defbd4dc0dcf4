import https from 'node:https'

/**
 * Whether Docker Hub's registry answers from here, with whatever status: it asks for a login, which is an answer.
 * @param {number} [patience] milliseconds
 * @returns {Promise<boolean>}
 */
export const dockerHubAnswers = (patience = 3000) =>
  new Promise(resolve => {
    const request = https.get('https://registry-1.docker.io/v2/', { timeout: patience }, response => {
      response.resume()
      response.destroy()
      resolve(response.statusCode === 200 || response.statusCode === 401)
    })
    // The time limit of a request counts idle sockets only; a name server that is silent is not one.
    const timer = setTimeout(() => request.destroy(new Error('no answer in time')), patience)
    request.on('close', () => clearTimeout(timer))
    request.on('error', () => resolve(false))
  })
