// Things by chance, the same for the same seed.
import { dataSlice, getAddress, keccak256, toUtf8Bytes } from 'ethers';

const Letters = ['a', 'Z', ' ', '0', '\n', 'ä', 'ß', '漢', '🧱', '"', '\\', '\u0001'];

export class Chance {
  #seed;
  #drawn = 0;

  constructor(seed) {
    this.#seed = seed;
  }

  bytes(count) {
    let digits = '';
    while (digits.length < 2 * count) {
      digits += keccak256(toUtf8Bytes(`${this.#seed} ${this.#drawn++}`)).slice(2);
    }

    return dataSlice(`0x${digits}`, 0, count);
  }

  below(count) {
    return Number(BigInt(this.bytes(6)) % BigInt(count));
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  times(most, make) {
    return Array.from({ length: this.below(most + 1) }, make);
  }

  /// A number of so many bits; now and then the least, the most, or a small one.
  number(bits) {
    const most = (1n << BigInt(bits)) - 1n;
    return this.pick([0n, most, BigInt(this.below(200)) & most, ...Array(5).fill(BigInt(this.bytes(32)) & most)]);
  }

  text() {
    return this.times(40, () => this.pick(Letters)).join('');
  }

  address() {
    return getAddress(this.bytes(20));
  }

  simpleType() {
    const bytes = 1 + this.below(32);
    return this.pick([`uint${8 * bytes}`, `int${8 * bytes}`, `bytes${bytes}`, 'bool', 'address', 'string', 'bytes']);
  }

  type(depth = 0) {
    return depth > 2 ? this.simpleType() : this.pick([
      () => this.simpleType(),
      () => `(${Array.from({ length: 1 + this.below(3) }, () => this.type(depth + 1)).join(',')})`,
      () => `${this.type(depth + 1)}[]`,
      () => `${this.type(depth + 1)}[${1 + this.below(3)}]`,
    ])();
  }

  /// A value of a simple type, as JSON.
  simple(type) {
    const bits = Number(/\d+$/.exec(type)?.[0]);
    if (type.startsWith('uint')) return this.number(bits).toString();
    if (type.startsWith('int')) return (this.number(bits) - (1n << BigInt(bits - 1))).toString();
    return type === 'bool' ? this.below(2) === 1
      : type === 'address' ? this.address()
      : type === 'string' ? this.text()
      : this.bytes(type === 'bytes' ? this.below(70) : bits);
  }
}
