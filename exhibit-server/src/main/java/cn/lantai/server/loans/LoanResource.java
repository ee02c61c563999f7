package cn.lantai.server.loans;

import cn.lantai.curation.Author;
import cn.lantai.loan.ManifestReader;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Takes in what another institution lends, by its manifest; all else of it is an entity. */
@Path("api/loans")
@RequestScoped
@Requires(Permission.DESCRIBE)
public class LoanResource {

  private static final int LARGEST = 3 * ManifestReader.LONGEST;

  @Inject LoanDesk desk;
  @Inject Addresses addresses;
  @Inject Visitor visitor;

  /**
   * @param address where the manifest is fetched if the body is empty
   */
  @POST
  public Response borrow(
      @QueryParam("manifest") @DefaultValue("") String address,
      @QueryParam("reason") @DefaultValue("") String reason,
      InputStream body)
      throws IOException {
    byte[] manifest = body.readNBytes(LARGEST + 1);
    if (manifest.length > LARGEST) {
      throw new Problem(
              413,
              "too-large",
              new Message("manifest 太大", "The manifest is too large"),
              new Message(
                  "最多 " + LARGEST / 1_000_000 + " MB。", "At most " + LARGEST / 1_000_000 + " MB."))
          .exception();
    }
    try {
      LoanDesk.Borrowed borrowed =
          desk.borrow(
              new String(manifest, StandardCharsets.UTF_8),
              address,
              new Author(visitor.name(), reason));
      JsonArrayBuilder notes = Json.createArrayBuilder();
      borrowed
          .notes()
          .forEach(
              note ->
                  notes.add(
                      Json.createObjectBuilder()
                          .add("zh", note.zh())
                          .add("en", note.en().orElseThrow())));
      URI entity = URI.create(addresses.base() + "api/entities/loan/" + borrowed.loan().key());
      return JsonBody.answer(
          (borrowed.isNew() ? Response.created(entity) : Response.ok().location(entity)),
          Json.createObjectBuilder()
              .add("key", borrowed.loan().key())
              .add("href", entity.toString())
              .add("notes", notes));
    } catch (LoanRefusedException refused) {
      throw new Problem(
              422,
              "manifest",
              new Message("没有借来", "Nothing was borrowed"),
              new Message(refused.reason().zh(), refused.reason().en().orElseThrow()))
          .exception();
    }
  }
}
