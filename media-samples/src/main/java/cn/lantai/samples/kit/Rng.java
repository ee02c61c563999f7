package cn.lantai.samples.kit;

/** A small seeded generator (SplitMix64), so that pages come out alike on every machine. */
public final class Rng {
  private long state;

  public Rng(long seed) {
    this.state = seed * 0x9E3779B97F4A7C15L + 0x1234567;
  }

  public Rng fork(int salt) {
    return new Rng(state ^ (salt * 0xBF58476D1CE4E5B9L));
  }

  public double next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1.0p-53;
  }

  public double in(double low, double high) {
    return low + (high - low) * next();
  }

  /** Between minus and plus the amount. */
  public double jit(double amount) {
    return in(-amount, amount);
  }

  public int below(int bound) {
    return (int) (next() * bound);
  }

  public boolean chance(double probability) {
    return next() < probability;
  }
}
