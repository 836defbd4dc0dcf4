import { expect, test } from '@jest/globals'
import { pinChanges } from '../../src/keys/pin-changes.js'

test('a changed pin is told by its versions', () => {
  expect(pinChanges('numpy==1.26.4\n', 'NumPy==2.1.3\n')).toEqual(['numpy 1.26.4 → 2.1.3'])
})

test('pins that come and go are told, by name', () => {
  expect(pinChanges('b==1\nc==1\n', 'c==1\na>=2,<3\n')).toEqual(['a >=2,<3 added', 'b 1 removed'])
})

test('a marker, extras or hashes that change are told', () => {
  expect(pinChanges('a==1', 'a==1 --hash=sha256:b')).toEqual(['a 1 (marker, extras or hashes changed)'])
})

test('lines that are no pins are told as they stand', () => {
  expect(pinChanges('-r a.txt', '-r b.txt')).toEqual(['`-r a.txt` removed', '`-r b.txt` added'])
})

test('comments and order are no change of a pin', () => {
  expect(pinChanges('a==1\nb==1', '# c\nb==1\na==1')).toEqual([])
})

test('a package that stands twice is told with both versions', () => {
  expect(pinChanges('a==1', 'a==1 ; x == "1"\na==2 ; x == "2"')).toEqual(['a 1 → 1 or 2'])
})
