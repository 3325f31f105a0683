using System.Buffers.Binary;
using System.Runtime.InteropServices;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Sound;

namespace BlockAssist.Game.Tests.Sound;

/// <summary>Lets OpenAL Soft play into a file for the tests of this process, and reads what it played.</summary>
public sealed unsafe class WaveDevice : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WaveDevice()
    {
        File.WriteAllText(Settings, $"""
            [general]
            drivers = wave
            channels = stereo
            sample-type = int16
            frequency = {SoundClip.Rate}
            hrtf = false
            [wave]
            file = {WaveFile}
            """);
    }

    private string Settings => _folder.File("alsoft.conf");

    private string WaveFile => _folder.File("heard.wav");

    public OpenAlOutput Open()
    {
        Set("ALSOFT_CONF", Settings);
        Set("ALSOFT_DRIVERS", "wave");
        try
        {
            return OpenAlOutput.Open();
        }
        catch (PlatformException missing)
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }

    /// <summary>What the last device played: pairs of left and right.</summary>
    public (double Left, double Right)[] Read()
    {
        var file = File.ReadAllBytes(WaveFile);
        var data = file.AsSpan(file.AsSpan().IndexOf("data"u8) + 8);
        var samples = MemoryMarshal.Cast<byte, short>(data[..(data.Length & ~3)]);
        Assert.Equal(2, BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(22)));
        Assert.Equal(16, BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(34)));
        var pairs = new (double, double)[samples.Length / 2];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (samples[2 * i] / 32768.0, samples[(2 * i) + 1] / 32768.0);
        }

        return pairs;
    }

    public void Dispose() => _folder.Dispose();

    // What a C library sees of the environment is not what Environment sets.
    private static void Set(string name, string value)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the settings of OpenAL Soft are told it by setenv");
        var setenv = (delegate* unmanaged[Cdecl]<byte*, byte*, int, int>)NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "setenv");
        fixed (byte* nameBytes = System.Text.Encoding.UTF8.GetBytes(name + '\0'), valueBytes = System.Text.Encoding.UTF8.GetBytes(value + '\0'))
        {
            _ = setenv(nameBytes, valueBytes, 1);
        }
    }
}
