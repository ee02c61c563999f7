package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.evidence.Citation;
import cn.lantai.evidence.Evidence;
import cn.lantai.evidence.Grounds;
import cn.lantai.media.PageImage;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.view.Claim;
import cn.lantai.server.site.view.Footing;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Mark;
import cn.lantai.server.site.view.Note;
import cn.lantai.server.site.view.Region;
import cn.lantai.server.site.view.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The footnotes of a page. Whatever is cited gets a number when it is first cited and keeps it;
 * each mark that is given out is to be shown once. What is not public is not cited, nor named.
 */
final class Notes {

  private final StageReader stage;
  private final Wording words;
  private final Cards cards;
  private final List<Entry> entries = new ArrayList<>();

  Notes(StageReader stage, Wording words, Cards cards) {
    this.stage = stage;
    this.words = words;
    this.cards = cards;
  }

  private static final class Entry {

    private final Citation citation;
    private final Note first;
    private int uses;

    Entry(Citation citation, Note first) {
      this.citation = citation;
      this.first = first;
    }

    Note note() {
      return new Note(
          first.number(), first.text(), first.href(), first.place(), first.crop(), uses);
    }
  }

  /** What a single statement stands on. */
  Footing footing(Grounds grounds) {
    return new Footing(
        Cards.certainty(grounds.certainty()),
        grounds
            .by()
            .flatMap(cards::link)
            .or(() -> grounds.byName().map(name -> Link.unlinked(Text.zh(name)))),
        marks(grounds.citations()));
  }

  /** What a whole description stands on. */
  Footing footing(Evidence evidence) {
    return new Footing(
        Cards.certainty(evidence.certainty()), Optional.empty(), sources(evidence.sources()));
  }

  /** Each sentence of a 考订 with the sources of the description. */
  List<Claim> claims(Evidence evidence) {
    return evidence.claims().stream()
        .map(claim -> new Claim(Text.zh(claim), true, Footing.of(sources(evidence.sources()))))
        .toList();
  }

  List<Note> all() {
    return entries.stream().map(Entry::note).toList();
  }

  private List<Mark> sources(Collection<EntityIri> sources) {
    return marks(sources.stream().map(Citation::of).toList());
  }

  private List<Mark> marks(Collection<Citation> citations) {
    return citations.stream()
        .distinct()
        .flatMap(citation -> entry(citation).stream())
        .sorted(Comparator.comparingInt(entry -> entry.first.number()))
        .map(entry -> new Mark(entry.first.number(), ++entry.uses))
        .toList();
  }

  private Optional<Entry> entry(Citation citation) {
    Optional<Entry> known =
        entries.stream().filter(entry -> entry.citation.equals(citation)).findFirst();
    if (known.isPresent()) {
      return known;
    }
    Optional<Entry> added =
        note(citation, entries.size() + 1).map(note -> new Entry(citation, note));
    added.ifPresent(entries::add);
    return added;
  }

  private Optional<Note> note(Citation citation, int number) {
    return citation.target().type() == EntityType.IMAGE
        ? stage.image(citation.target()).flatMap(image -> page(citation, image, number))
        : cards
            .link(citation.target())
            .map(
                link ->
                    new Note(
                        number,
                        link.label(),
                        link.href(),
                        citation.locator().map(Text::zh),
                        Optional.empty(),
                        0));
  }

  /** A page is cited as a page of its record, and opened there. */
  private Optional<Note> page(Citation citation, PageImage image, int number) {
    Optional<Link> record = image.record().flatMap(cards::link);
    if (image.record().isPresent() && record.isEmpty()) {
      return Optional.empty();
    }
    Text label = words.text(image.label());
    Text page = image.record().isPresent() ? pageLabel(image, label) : label;
    Image shown = cards.image(image);
    return Optional.of(
        new Note(
            number,
            record.map(Link::label).orElse(label),
            Optional.of(
                image
                    .record()
                    .map(of -> Addresses.pagePath(of) + Site.page(image))
                    .orElseGet(() -> Addresses.pagePath(image.iri()))),
            Optional.of(
                Text.of(
                    page.lang(),
                    Stream.concat(Stream.of(page.value()), citation.locator().stream())
                        .reduce((one, other) -> one + words.own("，", ", ").value() + other)
                        .orElseThrow())),
            citation
                .region()
                .filter(region -> shown.readable())
                .map(region -> shown.crop(Region.parse(region.toString()))),
            0));
  }

  private Text pageLabel(PageImage image, Text label) {
    return label.value().matches("\\d+")
        ? words.own("第 " + image.page() + " 页", "page " + image.page())
        : label;
  }
}
