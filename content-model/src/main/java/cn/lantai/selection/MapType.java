package cn.lantai.selection;

import cn.lantai.entity.LocalizedText;
import java.util.Set;

/** Places on a map; with a date for each they are a route. */
final class MapType extends BlockType {

  MapType() {
    super(
        "block-map",
        LocalizedText.of(
            "地图上的几处地点；每处都有时间的，连成路线。", "Places on a map; where each has a date they make a route."),
        LocalizedText.of("处地点", "places"),
        new Range(1, 60));
    requires(ItemField.PLACE);
    uses(ItemField.DATE, ItemField.TITLE, ItemField.TEXT, ItemField.SOURCES);
  }

  @Override
  public boolean hasHeading() {
    return true;
  }

  @Override
  public Set<ItemField> telling() {
    return Set.of(ItemField.PLACE);
  }
}
