package cn.lantai.server.site.blocks;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import cn.lantai.place.Place;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Passage;
import cn.lantai.server.site.view.PersonCard;
import cn.lantai.server.site.view.Player;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.Text;
import cn.lantai.server.site.view.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What blocks are made of, in the reader's language and as far as it may be shown. */
public interface Materials {

  Optional<Text> text(Optional<LocalizedText> text);

  /** What a curator wrote, as it is marked. */
  List<Passage> prose(Optional<LocalizedText> text);

  default Optional<Text> title(Item item) {
    return text(item.title());
  }

  default List<Passage> prose(Item item) {
    return prose(item.text());
  }

  /** Words that the program itself says. */
  Text own(String zh, String en);

  Text date(HistoricalDate date);

  /** The record that an item stands for. */
  Optional<RecordCard> record(Item item);

  /** The record that a page belongs to, its address opening it there. */
  Optional<RecordCard> recordAt(PageImage page);

  Optional<PersonCard> person(EntityIri person);

  Optional<Place> place(EntityIri place);

  Link link(Place place);

  Optional<PageImage> page(EntityIri image);

  /** The pages of a record, in order. */
  List<PageImage> pages(EntityIri record);

  Image image(PageImage page);

  /** The canvases of a loan, in order; none of what is no loan. */
  List<Sheet> canvases(EntityIri loan);

  /** The canvas that an item names. */
  Optional<Sheet> canvas(Item item);

  /**
   * A page or a canvas.
   *
   * @param record what it belongs to, its address opening it there
   */
  record Sheet(RecordCard record, Text label, Image image) {}

  /** The page or the canvas that an item names. */
  default Optional<Sheet> named(Item item) {
    return item.image().flatMap(this::page).flatMap(this::sheet).or(() -> canvas(item));
  }

  /** The same, or else the first one of what the item stands for. */
  default Optional<Sheet> sheet(Item item) {
    return named(item)
        .or(
            () ->
                item.member().stream()
                    .flatMap(
                        member ->
                            Stream.concat(
                                pages(member).stream().flatMap(page -> sheet(page).stream()),
                                canvases(member).stream()))
                    .findFirst());
  }

  /** Empty for a page that belongs to no record. */
  default Optional<Sheet> sheet(PageImage page) {
    return recordAt(page)
        .map(
            record ->
                new Sheet(record, text(Optional.of(page.label())).orElseThrow(), image(page)));
  }

  default Optional<Image> image(Item item) {
    return item.image()
        .flatMap(this::page)
        .map(this::image)
        .or(() -> canvas(item).map(Sheet::image));
  }

  /**
   * What plays the recording of an item; empty if it is not there, or not for everyone.
   *
   * @param lines whether with what is said in it
   */
  Optional<Player> player(Item item, boolean lines);

  Optional<Transcript> transcript(PageImage page);

  /** All sources of the items, each once. */
  List<Link> sources(List<Item> items);

  /** Address of the page where what the items show can be looked at closely. */
  String comparison(List<Item> items);

  /** Counts blocks of a type through the whole selection, from 1. */
  int number(BlockType type);
}
