using System.Text.Json;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>How many bytes a node moved in a day, over all its starts.</summary>
/// <param name="file">Where it is kept.</param>
/// <param name="moved">How many bytes were moved since the start.</param>
/// <param name="clock">The clock.</param>
internal sealed class DailyTraffic(JsonFile<TrafficForm> file, Func<long> moved, TimeProvider clock)
{
    private const long LeastWritten = 1 << 20;

    private readonly Lock _lock = new();
    private TrafficForm? _kept;
    private long _counted;

    /// <summary>How many bytes there were today, of the machine's calendar.</summary>
    public long Today()
    {
        lock (_lock)
        {
            var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            var kept = _kept ?? Read() ?? new TrafficForm(today, 0);
            kept = kept.Day == today ? kept : new TrafficForm(today, 0);
            var more = moved() - _counted;
            if (more >= LeastWritten || kept.Day != _kept?.Day)
            {
                kept = kept with { Bytes = kept.Bytes + more };
                _counted += more;
                more = 0;
                file.Write(kept);
            }

            _kept = kept;
            return kept.Bytes + more;
        }
    }

    private TrafficForm? Read()
    {
        try
        {
            return file.Read();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The bytes of a day.</summary>
internal sealed record TrafficForm(DateOnly Day, long Bytes);
