package cn.lantai.samples.sound;

import java.util.List;

/** Makes samples of a score. The same score gives the same samples on every machine. */
final class Synthesis {

  /** Enough for what is played, which has nothing above 4 kHz. */
  static final int RATE = 11_025;

  private static final double MIDDLE_C = 261.6256;
  private static final double HALF_TONES = 12;
  private static final double ATTACK = 0.03;
  private static final double RELEASE = 0.08;
  private static final double FADING = 1.1;
  private static final double TREMBLING = 0.08;
  private static final double LOUDEST = 0.6;

  private Synthesis() {}

  /**
   * @param key of the keynote, in half tones above middle C
   * @param tempo in beats a minute
   */
  static short[] play(Score score, int key, int tempo) {
    double beat = 60.0 / tempo;
    double[] wave = new double[(int) Math.ceil(score.beats() * beat * RATE)];
    double at = 0;
    for (Score.Note note : score.notes()) {
      double start = at;
      double seconds = note.beats() * beat;
      note.pitch()
          .ifPresent(
              pitch -> {
                double hertz = MIDDLE_C * StrictMath.pow(2, (key + pitch) / HALF_TONES);
                sound(wave, note.voice(), hertz, start, seconds);
              });
      at += seconds;
    }
    return levelled(wave);
  }

  private static void sound(
      double[] wave, Voice voice, double hertz, double start, double seconds) {
    int first = (int) (start * RATE);
    int last = Math.min(wave.length, (int) ((start + seconds) * RATE));
    for (int i = first; i < last; i++) {
      double t = (double) (i - first) / RATE;
      wave[i] += tone(voice, hertz, t) * envelope(t, seconds) * trembling(voice, t);
    }
  }

  private static double tone(Voice voice, double hertz, double t) {
    double sum = 0;
    List<Double> partials = voice.partials();
    for (double pitch : voice.pitches()) {
      for (int n = 0; n < partials.size(); n++) {
        double angle = 2 * StrictMath.PI * hertz * pitch * (n + 1) * t;
        sum += partials.get(n) * StrictMath.sin(angle) / voice.pitches().size();
      }
    }
    return sum;
  }

  private static double envelope(double t, double seconds) {
    double rising = Math.min(1, t / ATTACK);
    double falling = Math.min(1, Math.max(0, (seconds - t) / RELEASE));
    return rising * falling * StrictMath.exp(-t / FADING);
  }

  private static double trembling(Voice voice, double t) {
    return 1 - TREMBLING * (1 + StrictMath.sin(2 * StrictMath.PI * voice.tremor() * t));
  }

  private static short[] levelled(double[] wave) {
    double peak = 0;
    for (double value : wave) {
      peak = Math.max(peak, Math.abs(value));
    }
    double factor = peak == 0 ? 0 : LOUDEST * Short.MAX_VALUE / peak;
    short[] samples = new short[wave.length];
    for (int i = 0; i < wave.length; i++) {
      samples[i] = (short) StrictMath.rint(wave[i] * factor);
    }
    return samples;
  }
}
