#include "text/reader.hpp"

#include "base/strings.hpp"
#include "text/readable_text.hpp"

namespace tizza {

Result<DocumentPtr> read_document(SourcePtr source, const ReadOptions& options) {
  const std::string path = to_lower(source->path());
  if (path.ends_with(".toml")) return read_toml(std::move(source), options);
  if (path.ends_with(".json")) return read_json(std::move(source), options);
  const std::string_view text = source->text();
  const size_t first = text.find_first_not_of(" \t\r\n", text_start(*source));
  if (first != std::string_view::npos && (text[first] == '{' || text[first] == '[')) {
    if (auto document = read_json(source, options)) return document;
  }
  return read_yaml(std::move(source), options);
}

Result<DocumentPtr> read_document_file(const FileReader& files, const std::string& path,
                                       const ReadOptions& options) {
  TIZZA_TRY(std::string text, files.read_file(path));
  return read_document(std::make_shared<Source>(path, std::move(text)), options);
}

}  // namespace tizza
