package cn.lantai.samples.kit;

/** Tiles of noise shared by all pages; each value is between 0 and 255, and the tiles repeat. */
final class Noise {
  static final int SIZE = 1024;
  private static final int MASK = SIZE - 1;

  /** Soft clouds of many sizes, the largest a quarter of the tile. */
  static final Noise CLOUD = fractal(11, 4, 7, 0.55);

  /** Patches of 8 to 30 pixels: the unevenness of ink. */
  static final Noise PATCH = fractal(23, 40, 3, 0.6);

  /** Grain of single pixels. */
  static final Noise GRAIN = fractal(37, 340, 2, 0.8);

  private final byte[] values;

  private Noise(byte[] values) {
    this.values = values;
  }

  /** The value of the nearest pixel. */
  int at(int x, int y) {
    return values[(y & MASK) * SIZE + (x & MASK)] & 0xFF;
  }

  /** Interpolated between pixels. */
  float smooth(float x, float y) {
    int xi = (int) Math.floor(x);
    int yi = (int) Math.floor(y);
    float fx = x - xi;
    float fy = y - yi;
    float top = at(xi, yi) * (1 - fx) + at(xi + 1, yi) * fx;
    float bottom = at(xi, yi + 1) * (1 - fx) + at(xi + 1, yi + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  }

  private static Noise fractal(int seed, int frequency, int octaves, double roughness) {
    float[] sum = new float[SIZE * SIZE];
    double amplitude = 1;
    int f = frequency;
    for (int o = 0; o < octaves && f <= SIZE; o++) {
      addOctave(sum, new Rng(seed * 31L + o), f, amplitude);
      amplitude *= roughness;
      f *= 2;
    }
    return new Noise(stretch(sum));
  }

  private static void addOctave(float[] sum, Rng rng, int f, double amplitude) {
    float[] lattice = new float[f * f];
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = (float) (rng.jit(1) * amplitude);
    }
    for (int y = 0; y < SIZE; y++) {
      double v = (double) y * f / SIZE;
      int y0 = (int) v;
      double fy = ease(v - y0);
      int r0 = (y0 % f) * f;
      int r1 = ((y0 + 1) % f) * f;
      for (int x = 0; x < SIZE; x++) {
        double u = (double) x * f / SIZE;
        int x0 = (int) u;
        double fx = ease(u - x0);
        int c0 = x0 % f;
        int c1 = (x0 + 1) % f;
        double top = lattice[r0 + c0] + (lattice[r0 + c1] - lattice[r0 + c0]) * fx;
        double bottom = lattice[r1 + c0] + (lattice[r1 + c1] - lattice[r1 + c0]) * fx;
        sum[y * SIZE + x] += (float) (top + (bottom - top) * fy);
      }
    }
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  /** Two and a half deviations either side of the mean fill the range. */
  private static byte[] stretch(float[] sum) {
    double mean = 0;
    for (float v : sum) {
      mean += v;
    }
    mean /= sum.length;
    double square = 0;
    for (float v : sum) {
      square += (v - mean) * (v - mean);
    }
    double deviation = StrictMath.sqrt(square / sum.length);
    byte[] bytes = new byte[sum.length];
    for (int i = 0; i < sum.length; i++) {
      double scaled = 127.5 + (sum[i] - mean) / deviation * 51;
      bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(scaled)));
    }
    return bytes;
  }

  /** A wavering line of n + 1 values, roughly between -1 and 1. */
  static double[] line(Rng rng, int n, int octaves, double roughness) {
    double[] out = new double[n + 1];
    double amplitude = 1;
    int f = 2;
    for (int o = 0; o < octaves; o++) {
      double[] k = new double[f + 2];
      for (int i = 0; i < k.length; i++) {
        k[i] = rng.jit(1);
      }
      for (int i = 0; i <= n; i++) {
        double t = (double) i / n * f;
        int a = (int) t;
        double s = ease(t - a);
        out[i] += amplitude * (k[a] * (1 - s) + k[Math.min(a + 1, f + 1)] * s);
      }
      amplitude *= roughness;
      f *= 2;
    }
    return out;
  }
}
