# A template for a Homebrew formula: homepage, url and sha256 are to be filled in.
class Kith < Formula
  desc "Networking journal and follow-up tool for the terminal"
  homepage "https://example.org/kith"
  url "https://example.org/kith/archive/v0.1.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "MIT"

  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "dtl" => :build
  depends_on "libcsv" => :build
  depends_on "nlohmann-json" => :build
  depends_on "pkgconf" => :build
  depends_on "fmt"
  depends_on "libedit"
  depends_on "libical" # Loaded where there is a calendar to read.
  depends_on :linux # Not tried elsewhere yet.
  depends_on "tomlplusplus"
  depends_on "utf8proc"

  def install
    system "cmake", "-S", ".", "-B", "build", "-DKITH_TESTS=OFF", *std_cmake_args
    system "cmake", "--build", "build"
    system "cmake", "--install", "build"
  end

  test do
    system bin/"kith", "--dir", testpath, "log", "Tea by the river"
    assert_match "Tea by the river", shell_output("#{bin}/kith --dir #{testpath} log list")
  end
end
