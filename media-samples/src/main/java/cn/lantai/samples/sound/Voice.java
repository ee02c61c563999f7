package cn.lantai.samples.sound;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who plays a part of a tune. */
enum Voice {
  /** One alone, bright. */
  LEAD("领", List.of(1.0, 0.45, 0.22, 0.1), List.of(1.0), 5.5),
  /** Several together, an octave lower and not quite at one pitch. */
  CHORUS("和", List.of(1.0, 0.6, 0.3, 0.2, 0.1), List.of(0.4985, 0.5, 0.5015), 4.5),
  /** Both. */
  ALL("合", List.of(1.0, 0.5, 0.25, 0.12), List.of(0.499, 0.501, 1.0), 5.0);

  private final String sign;
  private final List<Double> partials;
  private final List<Double> pitches;
  private final double tremor;

  Voice(String sign, List<Double> partials, List<Double> pitches, double tremor) {
    this.sign = sign;
    this.partials = partials;
    this.pitches = pitches;
    this.tremor = tremor;
  }

  static Optional<Voice> ofSign(String sign) {
    return Stream.of(values()).filter(voice -> voice.sign.equals(sign)).findFirst();
  }

  /** How loud each multiple of the pitch is, from the first. */
  List<Double> partials() {
    return partials;
  }

  /** The pitches that sound together, as multiples of the one that is written. */
  List<Double> pitches() {
    return pitches;
  }

  /** How often in a second the loudness goes up and down. */
  double tremor() {
    return tremor;
  }
}
