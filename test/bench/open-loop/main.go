// Command open-loop asks a server at a fixed rate, whether or not earlier answers have come, and prints one line of
// JSON: how long answers took from when their requests were due, so that a request that had to wait counts in full.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"math"
	"net/url"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

const (
	late        = time.Millisecond // from when on a request counts as late
	lastAnswers = 10 * time.Second // how long answers may take after the last request was due
)

// A report is what is printed: times are in microseconds, shares of all requests 0 to 1.
type report struct {
	Rate         float64 `json:"rate"`
	Sent         int     `json:"sent"`
	Completed    int     `json:"completed"`
	Wrong        int     `json:"wrong"`
	P50          int64   `json:"p50"`
	P99          int64   `json:"p99"`
	P999         int64   `json:"p999"`
	Microseconds int64   `json:"microseconds"` // until the last answer
	// Requests that were late because this program was, and others that were because no connection was free.
	GeneratorLate float64 `json:"generatorLate"`
	Waited        float64 `json:"waited"`
}

func main() {
	log.SetFlags(0)
	address := flag.String("url", "", "what to ask for")
	rate := flag.Float64("rate", 1000, "requests per second")
	connections := flag.Int("connections", 256, "most requests at once")
	warmUp := flag.Duration("warm-up", time.Second, "time at the start at half the rate, which is not counted")
	duration := flag.Duration("duration", 3*time.Second, "time that is counted")
	length := flag.Int("length", 0, "bytes of a right answer's body")
	flag.Parse()
	target, err := url.Parse(*address)
	schedule := newSchedule(*rate, *warmUp, *duration)
	if err != nil || target.Host == "" || *connections < 1 || schedule.count < 1 {
		log.Fatal("usage: open-loop -url http://host:port/path -rate 1000, with SESSION_TOKEN")
	}
	// What is kept is small, so it is never collected. The pacer has a place of its own beside one for each core.
	debug.SetGCPercent(-1)
	runtime.GOMAXPROCS(runtime.NumCPU() + 1)

	end := time.Now().Add(*warmUp + *duration + lastAnswers)
	all := make([]*connection, *connections)
	for i := range all {
		if all[i], err = connect(target, os.Getenv("SESSION_TOKEN"), *length, end); err != nil {
			log.Fatal(err)
		}
	}
	queue := make(chan request, schedule.count)
	results := make([][]result, len(all))
	var idle atomic.Int64
	var done sync.WaitGroup
	start := time.Now()
	for i, connection := range all {
		done.Add(1)
		go func() {
			defer done.Done()
			for {
				idle.Add(1)
				request, more := <-queue
				idle.Add(-1)
				if !more {
					return
				}
				if result := connection.ask(request, start); request.due >= *warmUp {
					results[i] = append(results[i], result)
				}
			}
		}()
	}
	pace(queue, schedule, start, &idle)
	done.Wait()
	r := summary(slices.Concat(results...))
	r.Rate, r.Microseconds = *rate, (time.Since(start) - *warmUp).Microseconds()
	if err := json.NewEncoder(os.Stdout).Encode(r); err != nil {
		log.Fatal(err)
	}
}

// A schedule says when requests are due: in the warm-up at half the rate, so that what starts slowly leaves no queue.
type schedule struct {
	rate        float64
	warmUp      time.Duration
	warm, count int // requests of the warm-up, and in all
}

func newSchedule(rate float64, warmUp, duration time.Duration) schedule {
	warm := int(rate / 2 * warmUp.Seconds())
	return schedule{rate, warmUp, warm, warm + int(rate*duration.Seconds())}
}

func (s schedule) due(i int) time.Duration {
	if i < s.warm {
		return time.Duration(float64(i) / (s.rate / 2) * float64(time.Second))
	}
	return s.warmUp + time.Duration(float64(i-s.warm)/s.rate*float64(time.Second))
}

// pace hands over each request when it is due, however many wait. Go's timers are only good to a millisecond, and
// syscall.Nanosleep would lose the place to run to others.
func pace(queue chan<- request, schedule schedule, start time.Time, idle *atomic.Int64) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	const setTimerSlack = 29 // PR_SET_TIMERSLACK: by default, Linux adds up to 50 µs
	_, _, _ = syscall.RawSyscall(syscall.SYS_PRCTL, setTimerSlack, 1, 0)
	for i := range schedule.count {
		due := schedule.due(i)
		now := time.Since(start)
		for ; now < due; now = time.Since(start) {
			rest := syscall.NsecToTimespec(int64(due - now))
			_, _, _ = syscall.RawSyscall(syscall.SYS_NANOSLEEP, uintptr(unsafe.Pointer(&rest)), 0, 0)
		}
		queue <- request{due, now, idle.Load() > int64(len(queue))}
	}
	close(queue)
}

func summary(results []result) report {
	var r report
	generatorLate, waited := 0, 0
	count := func(counter *int, counts bool) {
		if counts {
			*counter++
		}
	}
	times := make([]time.Duration, len(results))
	for i, result := range results {
		times[i] = result.took
		count(&r.Sent, result.sent)
		count(&r.Completed, result.right)
		count(&r.Wrong, !result.right)
		count(&generatorLate, result.generatorLate)
		count(&waited, result.waited)
	}
	if len(times) == 0 {
		log.Fatal("no request was due")
	}
	slices.Sort(times)
	at := func(share float64) int64 {
		return times[int(math.Ceil(share*float64(len(times))))-1].Microseconds()
	}
	r.P50, r.P99, r.P999 = at(0.5), at(0.99), at(0.999)
	r.GeneratorLate = float64(generatorLate) / float64(len(times))
	r.Waited = float64(waited) / float64(len(times))
	return r
}
