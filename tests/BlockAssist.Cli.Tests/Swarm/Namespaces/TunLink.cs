using System.Diagnostics;
using System.Threading.Channels;

namespace BlockAssist.Cli.Tests.Swarm.Namespaces;

/// <summary>A line between two namespaces that delays packets and loses some, by dice with a seed; and that can be cut without either end being told.</summary>
/// <remarks>Namespaces are to be disposed before it: it reads until its interfaces are gone.</remarks>
internal sealed class TunLink : IDisposable
{
    private const int LargestPacket = 65_536;

    private readonly (TunDevice A, TunDevice B) _ends;
    private readonly LinkWeather _weather;
    private int _carried;
    private int _lost;
    private volatile bool _isCut;

    /// <summary>Joins two namespaces.</summary>
    /// <param name="number">The number of the line: its network is 10.77.number.0/30, of which the first end has the first address.</param>
    /// <param name="first">Where one end is.</param>
    /// <param name="second">Where the other one is.</param>
    /// <param name="weather">What it does to packets.</param>
    public TunLink(int number, NetworkNamespace first, NetworkNamespace second, LinkWeather weather)
    {
        _weather = weather;
        _ends = (End($"ba{number}a", first, $"10.77.{number}.1/30"), End($"ba{number}b", second, $"10.77.{number}.2/30"));
        Carry(_ends.A, _ends.B, new Random(2 * number));
        Carry(_ends.B, _ends.A, new Random((2 * number) + 1));
    }

    /// <summary>Whether nothing comes through.</summary>
    public bool IsCut
    {
        get => _isCut;
        set => _isCut = value;
    }

    /// <summary>How many packets came through, and how many were lost.</summary>
    public (int Carried, int Lost) Packets => (_carried, _lost);

    public void Dispose()
    {
        _ends.A.Dispose();
        _ends.B.Dispose();
    }

    private static TunDevice End(string name, NetworkNamespace where, string address)
    {
        var device = new TunDevice(name);
        NetworkNamespace.Call("ip", "link", "set", name, "netns", where.Name);
        where.Ip("addr", "add", address, "dev", name);
        where.Ip("link", "set", name, "up");
        return device;
    }

    private void Carry(TunDevice from, TunDevice to, Random dice)
    {
        var underWay = Channel.CreateUnbounded<(long Due, byte[] Packet)>();
        new Thread(() => Take(from, underWay.Writer, dice)) { IsBackground = true }.Start();
        _ = DeliverAsync(underWay.Reader, to);
    }

    private void Take(TunDevice from, ChannelWriter<(long Due, byte[] Packet)> underWay, Random dice)
    {
        var buffer = new byte[LargestPacket];
        while (from.Read(buffer) is > 0 and var bytes)
        {
            if (_isCut || dice.NextDouble() < _weather.Loss)
            {
                Interlocked.Increment(ref _lost);
                continue;
            }

            var delay = _weather.Delay + (dice.NextDouble() * _weather.Jitter);
            underWay.TryWrite((Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency), buffer[..bytes]));
        }

        underWay.Complete();
    }

    private async Task DeliverAsync(ChannelReader<(long Due, byte[] Packet)> underWay, TunDevice to)
    {
        await foreach (var (due, packet) in underWay.ReadAllAsync())
        {
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } early)
            {
                await Task.Delay(early);
            }

            Interlocked.Increment(ref _carried);
            to.Write(packet);
        }
    }
}
