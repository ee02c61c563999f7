package cn.lantai.server.site.blocks;

import cn.lantai.selection.BlockType;
import cn.lantai.selection.Item;
import cn.lantai.server.site.view.Block;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the views of one type of block. */
public interface BlockMaker {

  /** One for each type. */
  Map<BlockType, BlockMaker> ALL =
      Stream.of(
              new TextMaker(),
              new ExhibitMaker(),
              new GalleryMaker(),
              new ZoomMaker(),
              new SoundMaker(),
              new ComparisonMaker(),
              new QuotationMaker(),
              new TimelineMaker(),
              new MapMaker(),
              new PersonMaker(),
              new TranscriptMaker(),
              new QuestionMaker())
          .collect(Collectors.toUnmodifiableMap(BlockMaker::type, Function.identity()));

  BlockType type();

  /**
   * @param items those of the block that may be shown; at least one
   * @return empty if there is nothing to show
   */
  Optional<Block> view(cn.lantai.selection.Block block, List<Item> items, Materials materials);
}
