package cn.lantai.server.opening;

import cn.lantai.chain.RowHash;
import cn.lantai.entity.EntityGraph;
import cn.lantai.opening.Proposal;
import cn.lantai.opening.ProposalJson;
import cn.lantai.opening.RecordText;

/**
 * What somebody sees of a record who is to sign.
 *
 * @param archive the key of the archive that keeps it, and {@code fonds} of its fonds; empty if
 *     there is none
 */
record Seen(EntityGraph graph, RecordText text, Proposal proposal, String archive, String fonds) {

  /** The same as long as text and proposal are: a signature names what was seen by it. */
  String mark() {
    return new RowHash().text(text.mark()).text(ProposalJson.write(proposal)).endHex();
  }
}
