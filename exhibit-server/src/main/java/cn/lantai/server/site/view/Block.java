package cn.lantai.server.site.view;

/** A piece of a selection. Each kind is one template in {@code templates/blocks}. */
public sealed interface Block
    permits TextBlock,
        ExhibitBlock,
        GalleryBlock,
        ZoomBlock,
        QuoteBlock,
        TimelineBlock,
        MapBlock,
        CompareBlock,
        PersonBlock,
        TranscriptBlock,
        QuestionBlock {

  /** The file name in {@code templates/blocks}, without its ending. */
  String template();
}
