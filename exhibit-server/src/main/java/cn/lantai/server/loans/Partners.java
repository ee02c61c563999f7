package cn.lantai.server.loans;

import cn.lantai.loan.WebAddress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The servers from which manifests may be fetched, as the operator names them: by host, {@code
 * iiif.example.cn}, for https and public addresses; or by origin, {@code http://10.0.0.8:8080}, for
 * this one as it is, also by http and inside of the house.
 */
@ApplicationScoped
public class Partners {

  @Inject
  @ConfigProperty(name = "lantai.iiif.partners")
  Optional<String> setting;

  /** Whether any address will do, by the origin. */
  private Map<String, Boolean> origins = Map.of();

  private List<String> names = List.of();

  /** For the container. */
  public Partners() {}

  Partners(String setting) {
    this.setting = Optional.of(setting);
    read();
  }

  @PostConstruct
  void prepare() {
    read();
  }

  private void read() {
    Map<String, Boolean> known = new LinkedHashMap<>();
    List<String> said = new ArrayList<>();
    Arrays.stream(setting.orElse("").split("[,;\\s]+"))
        .filter(name -> !name.isEmpty())
        .forEach(
            name -> {
              boolean origin = name.contains("://");
              String address = origin ? name : "https://" + name;
              if (WebAddress.of(address).isEmpty() || !isBare(address)) {
                throw new IllegalStateException(
                    "LANTAI_IIIF_PARTNERS: host, or http(s)://host:port; not " + name);
              }
              known.merge(WebAddress.origin(address), origin, Boolean::logicalOr);
              said.add(name);
            });
    origins = known;
    names = List.copyOf(said);
  }

  private static boolean isBare(String address) {
    URI uri = URI.create(address);
    return (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  /** As the operator wrote them. */
  public List<String> names() {
    return names;
  }

  boolean isNamed(URI address) {
    return origins.containsKey(WebAddress.origin(address.toString()));
  }

  /** Whether a server at this address may be asked for it. */
  boolean mayBeAt(URI address, InetAddress at) {
    return origins.getOrDefault(WebAddress.origin(address.toString()), false) || isPublic(at);
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean four = bytes.length == 4;
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean shared = four && first == 100 && second >= 64 && second < 128;
    boolean reserved =
        four && (first == 0 || first >= 240 || (first == 198 && (second & 0xfe) == 18));
    boolean unique = !four && (first & 0xfe) == 0xfc;
    // Addresses of version 4 in those of version 6: NAT64, 6to4.
    boolean wrapped =
        !four && ((first == 0 && second == 0x64) || (first == 0x20 && second == 0x02));
    return !(address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || shared
        || reserved
        || unique
        || wrapped);
  }

  static String host(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
  }
}
