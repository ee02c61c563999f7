# Written by Lantai at each start. It asks Lantai about each request, cached or not: what Lantai has
# not asked for is refused, and so is everything while Lantai cannot be reached.

require 'net/http'
require 'uri'

class CustomDelegate
  # If Cantaloupe runs on another machine, set these in its environment.
  SERVER = ENV['LANTAI_SERVER'] || @SERVER@
  ACCESS_FILES = ENV['LANTAI_ACCESS_FILES'] || @ACCESS_FILES@

  SECONDS = 5
  PERMIT = /\A[A-Za-z0-9_-]{32}\z/.freeze
  IMAGE = /\A[0-9a-f]{64}\z/.freeze
  FILE = %r{\A[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}\.tif\z}.freeze

  attr_accessor :context

  def pre_authorize(_options = {})
    !file.nil?
  end

  def authorize(_options = {})
    true
  end

  def filesystemsource_pathname(_options = {})
    file && File.join(ACCESS_FILES, file)
  end

  def deserialize_meta_identifier(meta_identifier); end

  def serialize_meta_identifier(components); end

  def source(_options = {}); end

  def overlay(_options = {}); end

  def redactions(_options = {})
    []
  end

  def metadata(_options = {}); end

  def extra_iiif2_information_response_keys(_options = {})
    {}
  end

  def extra_iiif3_information_response_keys(_options = {})
    {}
  end

  private

  # One object serves one request.
  def file
    @file = permitted unless defined?(@file)
    @file
  end

  def permitted
    image = context['identifier'].to_s
    permit = header('X-Lantai-Permit')
    return nil unless IMAGE.match?(image) && PERMIT.match?(permit)

    named, file = ask(permit)
    image == named && FILE.match?(file.to_s) ? file : nil
  rescue StandardError
    nil
  end

  def header(name)
    context['request_headers'].each { |key, value| return value.to_s if key.to_s.casecmp?(name) }
    ''
  end

  def ask(permit)
    uri = URI.parse("#{SERVER}/iiif/permits/#{permit}")
    http = Net::HTTP.new(uri.host, uri.port, nil)
    http.use_ssl = uri.scheme == 'https'
    http.open_timeout = http.read_timeout = SECONDS
    answer = http.get(uri.request_uri)
    answer.code == '200' ? answer.body.split("\n") : []
  end
end
