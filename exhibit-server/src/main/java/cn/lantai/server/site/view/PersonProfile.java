package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known about a person, on the page of the person or of the collection devoted to them.
 *
 * @param life the years in words, such as {@code 一八九六—一九八一}
 * @param standing roles and origin in a line, such as {@code 作家，浙江桐乡人}
 * @param notes the sources that statements on the page refer to by number
 */
public record PersonProfile(
    Text name,
    Optional<String> pinyin,
    Optional<Text> life,
    Optional<Text> standing,
    List<Text> biography,
    Optional<Image> portrait,
    List<Name> names,
    List<LifeEvent> chronology,
    List<Relation> relations,
    List<Claim> disputes,
    List<Note> notes,
    Optional<Certainty> certainty,
    EntityLinks links) {
  public PersonProfile {
    Objects.requireNonNull(name);
    Objects.requireNonNull(pinyin);
    Objects.requireNonNull(life);
    Objects.requireNonNull(standing);
    biography = List.copyOf(biography);
    Objects.requireNonNull(portrait);
    names = List.copyOf(names);
    chronology = List.copyOf(chronology);
    relations = List.copyOf(relations);
    disputes = List.copyOf(disputes);
    notes = List.copyOf(notes);
    Objects.requireNonNull(certainty);
    Objects.requireNonNull(links);
  }

  /** A name and its kind, such as 字, 笔名, 化名. */
  public record Name(Text name, Text kind, List<Integer> notes) {
    public Name {
      Objects.requireNonNull(name);
      Objects.requireNonNull(kind);
      notes = List.copyOf(notes);
    }
  }

  /**
   * One entry of the chronology (年谱).
   *
   * @param year in large figures, such as {@code 1913} or {@code 1913—1916}
   * @param day the rest of the date, such as {@code 二月廿三日}
   * @param age in full years at the time
   */
  public record LifeEvent(
      Text year,
      Optional<Text> day,
      Optional<Integer> age,
      List<Text> text,
      Optional<Certainty> certainty,
      List<Integer> notes,
      Optional<RecordCard> record) {
    public LifeEvent {
      Objects.requireNonNull(year);
      Objects.requireNonNull(day);
      Objects.requireNonNull(age);
      text = List.copyOf(text);
      Objects.requireNonNull(certainty);
      notes = List.copyOf(notes);
      Objects.requireNonNull(record);
    }
  }

  /** How the person stands to another agent, such as 胞弟 or 任职. */
  public record Relation(Text kind, Link other) {
    public Relation {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(other);
    }
  }
}
