package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.loan.Loan;
import cn.lantai.server.site.view.LoanView;
import cn.lantai.server.site.view.PageView;
import java.util.Optional;

/** The page of an object of another institution: whose it is, how it looks, where it is shown. */
final class LoanPages {

  private final StageReader stage;
  private final Wording words;
  private final Cards cards;

  LoanPages(StageReader stage, Wording words, Cards cards) {
    this.stage = stage;
    this.words = words;
    this.cards = cards;
  }

  Optional<PageView> page(EntityIri iri) {
    return stage.loan(iri).map(this::view);
  }

  private PageView view(Loan loan) {
    return new LoanView(
        cards.loan(loan),
        words.paragraphs(loan.summary()),
        loan.manifest(),
        loan.canvases().stream()
            .map(
                canvas ->
                    new LoanView.Canvas(
                        canvas.number(), words.text(canvas.label()), cards.image(canvas, loan)))
            .toList(),
        cards.appearances(loan.iri()),
        cards.entityLinks(loan.iri()));
  }
}
