using System.Numerics;
using System.Runtime.InteropServices;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Platform.Native;

namespace BlockAssist.Game.Sound;

/// <summary>Plays clips by the system's OpenAL.</summary>
/// <remarks>One at a time: OpenAL has one current context a process.</remarks>
public sealed unsafe class OpenAlOutput : ISoundOutput
{
    /// <summary>How many clips play at once.</summary>
    public const int Voices = 24;

    // Blocks; nearer than this nothing becomes louder, and beyond the farthest nothing quieter.
    private const float Near = 3;
    private const float Far = 64;
    private const float Rolloff = 0.8f;

    private readonly nint _device;
    private readonly nint _context;
    private readonly uint[] _sources = new uint[Voices];
    private readonly List<uint> _buffers = [];
    private int _next;
    private bool _closed;

    private OpenAlOutput(nint device, nint context)
    {
        (_device, _context) = (device, context);
        fixed (uint* sources = _sources)
        {
            OpenAl.GenSources(Voices, sources);
        }

        foreach (var source in _sources)
        {
            OpenAl.Source(source, OpenAlValue.ReferenceDistance, Near);
            OpenAl.Source(source, OpenAlValue.MaxDistance, Far);
            OpenAl.Source(source, OpenAlValue.RolloffFactor, Rolloff);
        }
    }

    /// <summary>What is played on, and by which OpenAL: for people.</summary>
    public string Name => $"{Text(OpenAl.GetDeviceString(_device, OpenAlValue.DeviceSpecifier))}, OpenAL {Text(OpenAl.GetString(OpenAlValue.Version))}";

    /// <summary>Opens the usual device.</summary>
    /// <exception cref="PlatformException">OpenAL is not installed, or has nothing to play on; the message says which.</exception>
    public static OpenAlOutput Open()
    {
        QuietSound.Ask();
        var device = OpenAl.OpenDevice(null);
        if (device == 0)
        {
            throw new PlatformException("there is no device to play sound on");
        }

        var context = OpenAl.CreateContext(device, null);
        if (context == 0 || OpenAl.MakeContextCurrent(context) == 0)
        {
            Close(device, context);
            throw new PlatformException("the sound device does not play");
        }

        _ = OpenAl.GetError();
        var output = new OpenAlOutput(device, context);
        if (OpenAl.GetError() == OpenAlValue.NoError)
        {
            return output;
        }

        output.Dispose();
        throw new PlatformException($"the sound device does not play {Voices} sounds at once");
    }

    /// <inheritdoc/>
    public int Load(SoundClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        uint buffer;
        OpenAl.GenBuffers(1, &buffer);
        fixed (short* samples = clip.Samples.Span)
        {
            OpenAl.BufferData(buffer, OpenAlValue.Mono16, samples, sizeof(short) * clip.Samples.Length, SoundClip.Rate);
        }

        _buffers.Add(buffer);
        return _buffers.Count - 1;
    }

    /// <inheritdoc/>
    public void Play(int clip, in SoundCue cue)
    {
        var (source, place) = (FreeSource(), cue.Place ?? Vector3.Zero);
        OpenAl.Source(source, OpenAlValue.Buffer, (int)_buffers[clip]);
        OpenAl.Source(source, OpenAlValue.Gain, cue.Gain);
        OpenAl.Source(source, OpenAlValue.Pitch, cue.Pitch);
        OpenAl.Source(source, OpenAlValue.SourceRelative, cue.Place is null ? 1 : 0);
        OpenAl.Source(source, OpenAlValue.Position, &place);
        OpenAl.Play(source);
    }

    /// <inheritdoc/>
    public void Listen(Vector3 place, Vector3 forward, Vector3 up)
    {
        var orientation = stackalloc Vector3[] { forward, up };
        OpenAl.Listener(OpenAlValue.Position, &place);
        OpenAl.Listener(OpenAlValue.Orientation, orientation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        fixed (uint* sources = _sources)
        {
            OpenAl.DeleteSources(Voices, sources);
        }

        fixed (uint* buffers = CollectionsMarshal.AsSpan(_buffers))
        {
            OpenAl.DeleteBuffers(_buffers.Count, buffers);
        }

        Close(_device, _context);
    }

    /// <summary>How many clips are heard now.</summary>
    internal int CountPlaying() => Array.FindAll(_sources, IsPlaying).Length;

    private static bool IsPlaying(uint source)
    {
        OpenAl.GetSource(source, OpenAlValue.SourceState, out var state);
        return state == OpenAlValue.Playing;
    }

    private static void Close(nint device, nint context)
    {
        _ = OpenAl.MakeContextCurrent(0);
        if (context != 0)
        {
            OpenAl.DestroyContext(context);
        }

        _ = OpenAl.CloseDevice(device);
    }

    private static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "unknown";

    // In turn, so that if none is free it is the one that began first.
    private uint FreeSource()
    {
        for (var tried = 0; tried < Voices; tried++)
        {
            var source = _sources[(_next + tried) % Voices];
            if (!IsPlaying(source))
            {
                _next = (_next + tried + 1) % Voices;
                return source;
            }
        }

        var oldest = _sources[_next];
        _next = (_next + 1) % Voices;
        OpenAl.Stop(oldest);
        return oldest;
    }
}
