using System.Globalization;
using System.Runtime.InteropServices;

namespace BlockAssist.Cli.Doctor;

/// <summary>Looks at the machine itself.</summary>
internal static class MachineChecks
{
    private const double BytesPerGibibyte = 1 << 30;
    private const double EnoughMemory = 2;

    /// <summary>The operating system.</summary>
    public static Finding OperatingSystem() =>
        Finding.Ok("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}");

    /// <summary>The cores this process may use.</summary>
    public static Finding Cores(int cores) => cores >= 2
        ? Finding.Ok("cores", cores.ToString(CultureInfo.InvariantCulture))
        : Finding.Warning("cores", "1", "give this machine a second core (the game and the learner then run side by side)");

    /// <summary>The memory this process may use.</summary>
    public static Finding Memory(long bytes)
    {
        var gibibytes = bytes / BytesPerGibibyte;
        return gibibytes >= EnoughMemory
            ? Finding.Ok("memory", Gibibytes(gibibytes))
            : Finding.Warning("memory", Gibibytes(gibibytes), $"give this machine {EnoughMemory} GiB (learning needs it)");
    }

    /// <summary>A size as people read it.</summary>
    public static string Gibibytes(double size) => string.Create(CultureInfo.InvariantCulture, $"{size:0.0} GiB");
}
