#pragma once
#include <string>

#include "playbook/checklist.hpp"

/// A checklist as a file for people: to read, to print, to put into a wiki.
namespace tizza::playbook {

/// Plain text with boxes to tick. `origin` says where the playbook stands; `width` is in columns.
std::string checklist_text(const Checklist& list, const std::string& origin, size_t width);

std::string checklist_markdown(const Checklist& list);

/// A page of its own.
std::string checklist_html(const Checklist& list);

}  // namespace tizza::playbook
