/**
 * Something a person has to put right before the engine can work. The message says what and how;
 * the command line prints it without a stack and ends with exit code 2.
 */
export class EngineProblem extends Error {
  /** @param {string} message what is wrong and the remedy, ready to print */
  constructor(message) {
    super(message)
    this.name = 'EngineProblem'
  }
}
