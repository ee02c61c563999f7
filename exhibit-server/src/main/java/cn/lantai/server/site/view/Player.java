package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A recording of sound or film, with all that is needed to play it without a script.
 *
 * @param key of the recording; its part of the page has the id {@code recording-{key}}
 * @param film whether there is something to see
 * @param source where it is played from, with the moment to begin at; empty if it cannot be played
 * @param signIn where the reader can sign in to play it; empty if he need not, or it cannot be
 *     played
 * @param closed whether nobody may play it
 * @param mediaType such as {@code audio/mpeg}
 * @param duration as a clock shows it
 * @param codecs what is in the file, in words
 * @param picture what is seen while there is nothing else to see
 * @param synthesised made by a program for demonstration
 * @param lines what is said, each with a link to its moment
 * @param language of the lines
 * @param share what leads others to a moment of it; empty if it cannot be played
 */
public record Player(
    String key,
    Text title,
    List<Text> description,
    boolean film,
    Optional<String> source,
    Optional<String> signIn,
    boolean closed,
    String mediaType,
    String duration,
    String codecs,
    Optional<Size> size,
    Optional<Image> picture,
    boolean synthesised,
    List<Track> tracks,
    List<Moment> chapters,
    List<Moment> lines,
    String language,
    Optional<Share> share) {

  public Player {
    Objects.requireNonNull(key);
    Objects.requireNonNull(title);
    description = List.copyOf(description);
    tracks = List.copyOf(tracks);
    chapters = List.copyOf(chapters);
    lines = List.copyOf(lines);
  }

  /** The same with other places. */
  public Player with(List<Moment> otherChapters, List<Moment> otherLines) {
    return new Player(
        key,
        title,
        description,
        film,
        source,
        signIn,
        closed,
        mediaType,
        duration,
        codecs,
        size,
        picture,
        synthesised,
        tracks,
        otherChapters,
        otherLines,
        language,
        share);
  }

  /**
   * @param page the path of the page that plays it
   * @param manifest the address of the manifest that has its canvas
   */
  public record Share(String page, String manifest, String canvas) {}

  /** Of the picture, in pixels. */
  public record Size(int width, int height) {}

  /**
   * Captions that the browser shows.
   *
   * @param language BCP 47 tag
   * @param standard whether they are shown unless the reader chooses others
   */
  public record Track(String source, String language, String label, boolean standard) {}

  /**
   * A place in the recording.
   *
   * @param clock as a clock shows it
   * @param seconds from the beginning
   * @param href this page, with the recording at this moment
   * @param voice who speaks
   */
  public record Moment(
      String clock, String seconds, String href, Optional<String> voice, Text text) {}
}
