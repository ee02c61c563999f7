package cn.lantai.selection;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An exhibition, a name-person collection, a compilation or a study pack: which one, the type of
 * its IRI says.
 *
 * @param rank its place in the list of its kind
 * @param title a vertical bar marks where a line may break; {@link #plainTitle()} has none
 * @param person the person whom a name-person collection is about
 * @param coverPart of the image that is its cover; empty for all of it
 * @param intro as {@link cn.lantai.prose.Prose} reads it; so are the ledes of sections, the intros
 *     of blocks and the texts of items
 * @param notes how it was made, or the editorial principles (凡例), one remark each
 */
public record Selection(
    EntityIri iri,
    int rank,
    LocalizedText title,
    Optional<LocalizedText> subtitle,
    Optional<EntityIri> editor,
    Optional<EntityIri> person,
    Optional<EntityIri> cover,
    Optional<Region> coverPart,
    Optional<LocalizedText> intro,
    List<String> notes,
    Optional<String> rights,
    List<Section> sections) {

  public Selection {
    notes = List.copyOf(notes);
    sections = List.copyOf(sections);
    if (!iri.type().isSelection()) {
      throw new IllegalArgumentException("Not a selection: " + iri);
    }
    if (cover.isEmpty() && coverPart.isPresent()) {
      throw new IllegalArgumentException("A part of no cover: " + iri);
    }
  }

  public LocalizedText plainTitle() {
    return LocalizedText.of(
        title.zh().replace("|", ""), title.en().map(en -> en.replace("|", "")).orElse(null));
  }

  /** Everything in it, in order. */
  public Stream<Item> items() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(block -> block.items().stream());
  }

  public EntityGraph toGraph() {
    return SelectionGraph.write(this);
  }

  public static Selection of(EntityGraph graph) {
    return SelectionGraph.read(graph);
  }
}
