namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Numbers of a foreign file, held against their ranges before anything uses them.</summary>
internal static class Checked
{
    public static int Below(int value, int limit, string name) => Below((ulong)(uint)value, limit, name);

    public static int Below(ulong value, int limit, string name) =>
        value < (ulong)limit ? (int)value : throw new InvalidDataException($"{name} {value}, expected less than {limit}");

    public static int Int32(long value, string name) =>
        value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new InvalidDataException($"{name} {value}, expected 32 bits");

    public static long Time(long value) =>
        Int128.Abs(value) <= EpisodeFormat.MaxTime ? value : throw new InvalidDataException($"time {value} ms, expected at most {EpisodeFormat.MaxTime}");

    public static double Finite(ulong bits, string name)
    {
        var value = BitConverter.UInt64BitsToDouble(bits);
        return double.IsFinite(value) ? value : throw new InvalidDataException($"{name} {value}, expected a finite number");
    }
}
