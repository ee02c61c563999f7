package cn.lantai.server.describe;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Journal;
import cn.lantai.media.PageImage;
import cn.lantai.ontology.Rico;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.site.StageReader;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Text;
import cn.lantai.stage.StageKind;
import cn.lantai.table.Sheet;
import cn.lantai.table.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The pages that stand beside a form, by the working stage, which no visitor sees. */
@ApplicationScoped
public class Leaves {

  @Inject Journal journal;
  @Inject StageStores stores;
  @Inject Addresses addresses;

  /**
   * Of a record its pages, of a page those of its record; empty for everything else.
   *
   * @param sheet may name another record than the saved version
   * @param rights pages that these do not reach are without a picture, or not there
   */
  Optional<EntryView.Leaves> beside(
      Sheet sheet, Rights rights, Function<LocalizedText, Text> wording) {
    EntityIri entity = sheet.entity();
    return switch (entity.type()) {
      case RECORD -> Optional.of(leaves(pages(entity), entity, Optional.empty(), rights, wording));
      case IMAGE -> Optional.of(around(entity, record(sheet, rights), rights, wording));
      default -> Optional.empty();
    };
  }

  /** The page image itself, for those who may see it; empty if there is no picture of it. */
  public Optional<Image> sheet(EntityIri page, Rights rights, Text label) {
    return journal.current(page).map(PageImage::of).flatMap(image -> picture(image, rights, label));
  }

  private static Optional<EntityIri> record(Sheet page, Rights rights) {
    return Optional.ofNullable(page.own().get(Tables.PAGE_OF))
        .filter(EntityIri::isKey)
        .map(key -> new EntityIri(EntityType.RECORD, key))
        .filter(record -> rights.may(Permission.SEE, record));
  }

  /** The newest version of the page itself, for the stage may be a moment behind. */
  private EntryView.Leaves around(
      EntityIri page,
      Optional<EntityIri> record,
      Rights rights,
      Function<LocalizedText, Text> wording) {
    Map<EntityIri, PageImage> pages = record.map(this::pages).orElseGet(TreeMap::new);
    journal.current(page).map(PageImage::of).ifPresent(newest -> pages.put(page, newest));
    Optional<Link> link =
        record
            .flatMap(iri -> stores.index(StageKind.WORKING).summary(iri))
            .map(Summary::title)
            .map(title -> Link.to(wording.apply(title), Addresses.formPath(record.orElseThrow())));
    return leaves(pages, page, link, rights, wording);
  }

  private Map<EntityIri, PageImage> pages(EntityIri record) {
    return stores
        .stage(StageKind.WORKING)
        .read(
            data -> {
              StageReader reader = new StageReader(data.getDefaultGraph(), addresses.base());
              Map<EntityIri, PageImage> pages = new TreeMap<>();
              reader
                  .pointingAt(Rico.isOrWasDigitalInstantiationOf, record, EntityType.IMAGE)
                  .forEach(iri -> page(reader.find(iri)).ifPresent(page -> pages.put(iri, page)));
              return pages;
            });
  }

  private static Optional<PageImage> page(Optional<EntityGraph> graph) {
    try {
      return graph.map(PageImage::of);
    } catch (RuntimeException notOfItsForm) {
      return Optional.empty();
    }
  }

  private static EntryView.Leaves leaves(
      Map<EntityIri, PageImage> pages,
      EntityIri open,
      Optional<Link> record,
      Rights rights,
      Function<LocalizedText, Text> wording) {
    List<PageImage> inOrder =
        pages.values().stream()
            .sorted(Comparator.comparingInt(PageImage::page).thenComparing(PageImage::iri))
            .toList();
    int current = inOrder.stream().map(PageImage::iri).toList().indexOf(open);
    return new EntryView.Leaves(
        record,
        inOrder.stream().map(page -> leaf(page, rights, wording)).toList(),
        Math.max(0, current));
  }

  private static EntryView.Leaf leaf(
      PageImage page, Rights rights, Function<LocalizedText, Text> wording) {
    Text label = wording.apply(page.label());
    return new EntryView.Leaf(
        label,
        Addresses.formPath(page.iri()),
        picture(page, rights, label).orElseGet(() -> Image.unreadable(label)),
        page.transcript().map(text -> text.lines().size()).orElse(0));
  }

  private static Optional<Image> picture(PageImage page, Rights rights, Text label) {
    return page.content()
        .filter(file -> rights.maySeeOriginal(page.iri()))
        .map(
            file ->
                Image.of(
                    Addresses.originalPath(page.iri()),
                    file.width(),
                    file.height(),
                    label,
                    page.drawn()));
  }
}
