package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known about a person, on the page of the person or of the collection devoted to them.
 *
 * @param life the years in words, such as {@code 一八九六—一九八一}
 * @param standing roles and origin in a line, such as {@code 作家，浙江桐乡人}
 * @param footing what the description as a whole stands on
 * @param notes the sources that statements on the page refer to by number
 */
public record PersonProfile(
    Text name,
    Optional<String> pinyin,
    Optional<Text> life,
    Optional<Text> standing,
    List<Text> biography,
    Optional<Image> portrait,
    List<NameLine> names,
    List<LifeEvent> chronology,
    List<RelationLine> relations,
    List<Claim> disputes,
    Footing footing,
    List<Note> notes,
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
    Objects.requireNonNull(footing);
    Objects.requireNonNull(links);
  }
}
