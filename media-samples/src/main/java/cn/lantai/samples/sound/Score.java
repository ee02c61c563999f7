package cn.lantai.samples.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tune as numbered notation (简谱) has it: {@code 1} to {@code 7}, {@code 0} for a rest, {@code '}
 * and {@code ,} for an octave higher and lower, {@code _} for half the length, {@code -} for one
 * beat more, {@code |} between bars, and the sign of a {@link Voice} where another one begins.
 */
record Score(List<Note> notes) {

  private static final Pattern NOTE = Pattern.compile("([0-7])('*|,*)(_*)");

  /** In half tones of the major scale. */
  private static final int[] STEPS = {0, 2, 4, 5, 7, 9, 11};

  private static final int OCTAVE = 12;

  Score {
    notes = List.copyOf(notes);
  }

  /**
   * A tone.
   *
   * @param pitch in half tones above the keynote; empty for a rest
   */
  record Note(Voice voice, Optional<Integer> pitch, double beats) {}

  double beats() {
    return notes.stream().mapToDouble(Note::beats).sum();
  }

  /**
   * @throws IllegalArgumentException if it holds what is no notation
   */
  static Score parse(String text) {
    List<Note> notes = new ArrayList<>();
    Voice voice = Voice.LEAD;
    for (String sign : text.strip().split("\\s+")) {
      Optional<Voice> other = Voice.ofSign(sign);
      Matcher note = NOTE.matcher(sign);
      if (other.isPresent()) {
        voice = other.get();
      } else if (sign.equals("-") && !notes.isEmpty()) {
        Note held = notes.remove(notes.size() - 1);
        notes.add(new Note(held.voice(), held.pitch(), held.beats() + 1));
      } else if (note.matches()) {
        notes.add(new Note(voice, pitch(note), 1.0 / (1 << note.group(3).length())));
      } else if (!sign.equals("|")) {
        throw new IllegalArgumentException("Not in numbered notation: " + sign);
      }
    }
    return new Score(notes);
  }

  private static Optional<Integer> pitch(Matcher note) {
    int degree = Integer.parseInt(note.group(1));
    int shift = note.group(2).length() * (note.group(2).startsWith(",") ? -OCTAVE : OCTAVE);
    return degree == 0 ? Optional.empty() : Optional.of(STEPS[degree - 1] + shift);
  }
}
