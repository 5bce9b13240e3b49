// A link between two network namespaces: passes each IP packet on after a delay, and drops some at random. Linux only, as root.
// Usage: lossy-link NAMESPACE NAMESPACE DEVICE DELAY_MS LOSS SEED. Both namespaces have a TUN device of that name already.
// Prints "ready" when it passes packets on, and the packets passed and dropped when it is told to end by SIGTERM.
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <random>
#include <string>
#include <vector>

using Clock = std::chrono::steady_clock;

struct Packet {
  Clock::time_point due;
  std::vector<char> bytes;
};

static volatile std::sig_atomic_t isOver = 0;

[[noreturn]] static void fail(const char* what) {
  std::perror(what);
  std::exit(1);
}

/** Opens the TUN device of a namespace; the file stays in it when this process enters another. */
static int openDevice(const std::string& space, const char* device) {
  const int entry = open(("/run/netns/" + space).c_str(), O_RDONLY | O_CLOEXEC);
  if (entry < 0 || setns(entry, CLONE_NEWNET) < 0) fail(space.c_str());
  close(entry);
  const int file = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) fail("/dev/net/tun");
  ifreq request{};
  request.ifr_flags = IFF_TUN | IFF_NO_PI;
  std::strncpy(request.ifr_name, device, IFNAMSIZ - 1);
  if (ioctl(file, TUNSETIFF, &request) < 0) fail(device);
  return file;
}

int main(int argc, char** argv) {
  if (argc != 7) return 2;
  const int ends[2] = {openDevice(argv[1], argv[3]), openDevice(argv[2], argv[3])};
  const auto delay = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double, std::milli>(std::atof(argv[4])));
  const double loss = std::atof(argv[5]);
  std::mt19937_64 random(std::strtoull(argv[6], nullptr, 10));
  std::uniform_real_distribution<double> chance(0, 1);
  std::deque<Packet> onTheWay[2];
  long passed = 0, dropped = 0;
  std::signal(SIGTERM, [](int) { isOver = 1; });
  std::printf("ready\n");
  std::fflush(stdout);

  char bytes[65536];
  while (!isOver) {
    const auto now = Clock::now();
    auto next = now + std::chrono::milliseconds(100);
    for (int end = 0; end < 2; end++) {
      auto& queue = onTheWay[end];
      for (; !queue.empty() && queue.front().due <= now; queue.pop_front())
        if (write(ends[1 - end], queue.front().bytes.data(), queue.front().bytes.size()) > 0) passed++;
      if (!queue.empty() && queue.front().due < next) next = queue.front().due;
    }
    const auto wait = std::chrono::duration_cast<std::chrono::nanoseconds>(next - now).count();
    const timespec timeout{wait / 1000000000, wait % 1000000000};
    pollfd files[2] = {{ends[0], POLLIN, 0}, {ends[1], POLLIN, 0}};
    if (ppoll(files, 2, &timeout, nullptr) <= 0) continue;
    for (int end = 0; end < 2; end++) {
      for (ssize_t size; (size = read(ends[end], bytes, sizeof bytes)) > 0;) {
        if (chance(random) < loss) dropped++;
        else onTheWay[end].push_back({Clock::now() + delay, std::vector<char>(bytes, bytes + size)});
      }
    }
  }
  std::printf("%ld passed, %ld dropped\n", passed, dropped);
}
