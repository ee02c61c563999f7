package cn.lantai.server.preview;

import cn.lantai.access.AccessPolicy;
import cn.lantai.access.AccessState;
import cn.lantai.curation.Curation;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.Successor;
import cn.lantai.journal.Journal;
import cn.lantai.media.PageImage;
import cn.lantai.media.Picture;
import cn.lantai.selection.Selection;
import cn.lantai.server.site.Previews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a link shows: the version, what is public around it, and of a record the pictures of its own
 * pages that anybody would get of them once they are published. A record that is not open is shown
 * to nobody without an account, whatever version the link is of.
 */
@ApplicationScoped
public class PreviewShow {

  private static final Set<EntityType> WITHOUT_A_PAGE =
      Set.of(EntityType.IMAGE, EntityType.RECORDING);

  @Inject Journal journal;
  @Inject Curation curation;
  @Inject Previews previews;

  /** Whether things of this type have a page that can be shown. */
  public static boolean hasPage(EntityType type) {
    return !WITHOUT_A_PAGE.contains(type);
  }

  /** The version, if it can be shown now. */
  Optional<EntityGraph> version(EntityIri entity, long row) {
    if (!hasPage(entity.type()) || !isOpen(journal.current(entity))) {
      return Optional.empty();
    }
    return curation.version(entity, row).filter(version -> isOpen(Optional.of(version)));
  }

  /** Open records, and all else but what was merged into another. */
  private static boolean isOpen(Optional<EntityGraph> description) {
    return description
        .filter(graph -> !Successor.isStub(graph))
        .filter(graph -> graph.iri().type() != EntityType.RECORD || AccessState.OPEN.isOf(graph))
        .isPresent();
  }

  /** The pages of a record that anybody would see; none of anything else. */
  List<PageImage> images(EntityIri entity) {
    return entity.type() == EntityType.RECORD
        ? previews.images(entity).stream().filter(PreviewShow::isForEveryone).toList()
        : List.of();
  }

  private static boolean isForEveryone(PageImage image) {
    return image.content().isPresent()
        && AccessPolicy.answer(image, AccessPolicy.Asker.ANYONE) instanceof AccessPolicy.Shown;
  }

  /** The picture that stands for one of these pages. */
  Optional<Picture> picture(EntityIri entity, String key) {
    return images(entity).stream()
        .filter(image -> image.iri().key().equals(key))
        .findFirst()
        .flatMap(
            image ->
                AccessPolicy.forEveryone(image)
                    .map(
                        treatment ->
                            Picture.of(image.content().orElseThrow().digest(), treatment)));
  }

  /** How many of the records that a selection shows are not public, and so left out. */
  int missing(EntityGraph version) {
    if (!version.iri().type().isSelection()) {
      return 0;
    }
    Set<EntityIri> members =
        Selection.of(version)
            .items()
            .flatMap(item -> item.member().stream())
            .collect(Collectors.toSet());
    return members.size() - previews.inPublic(members).size();
  }
}
