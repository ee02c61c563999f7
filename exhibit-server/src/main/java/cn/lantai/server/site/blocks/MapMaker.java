package cn.lantai.server.site.blocks;

import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import cn.lantai.server.site.view.MapBlock;
import java.util.List;
import java.util.Optional;

final class MapMaker implements BlockMaker {

  @Override
  public BlockType type() {
    return BlockTypes.MAP;
  }

  @Override
  public Optional<Block> view(
      cn.lantai.selection.Block block, List<Item> items, Materials materials) {
    List<MapBlock.Stop> stops =
        items.stream().flatMap(item -> stop(item, materials).stream()).toList();
    boolean route = items.stream().allMatch(item -> item.date().isPresent());
    return stops.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MapBlock(materials.text(block.heading()), stops, route, materials.sources(items)));
  }

  /** A place of which nobody knows where it is has no place on a map. */
  private static Optional<MapBlock.Stop> stop(Item item, Materials materials) {
    return item.place()
        .flatMap(materials::place)
        .flatMap(
            place ->
                place
                    .coordinates()
                    .map(
                        point ->
                            new MapBlock.Stop(
                                materials.link(place),
                                point.longitude().doubleValue(),
                                point.latitude().doubleValue(),
                                item.date().map(materials::date),
                                materials.title(item),
                                materials.prose(item))));
  }
}
