using System.Numerics;
using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>The functions of OpenAL that the game's sound needs, as they are.</summary>
internal static unsafe partial class OpenAl
{
    /// <summary>Opens a device by its name, null for the usual one; 0 if there is none.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alcOpenDevice", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint OpenDevice(string? name);

    /// <summary>Closes a device whose contexts are destroyed; 0 if it cannot be.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alcCloseDevice")]
    public static partial byte CloseDevice(nint device);

    /// <summary>Makes a context; 0 if it cannot be.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alcCreateContext")]
    public static partial nint CreateContext(nint device, int* attributes);

    /// <summary>Makes a context that of the process; 0 if it cannot be.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alcMakeContextCurrent")]
    public static partial byte MakeContextCurrent(nint context);

    /// <summary>Ends a context that is not current.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alcDestroyContext")]
    public static partial void DestroyContext(nint context);

    /// <summary>A text about a device; null if it has none.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alcGetString")]
    public static partial byte* GetDeviceString(nint device, int name);

    /// <summary>A text about the current context; null if it has none.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alGetString")]
    public static partial byte* GetString(int name);

    /// <summary>Takes the last error.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alGetError")]
    public static partial int GetError();

    /// <summary>Makes buffers.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alGenBuffers")]
    public static partial void GenBuffers(int count, uint* buffers);

    /// <summary>Ends buffers that no source plays.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alDeleteBuffers")]
    public static partial void DeleteBuffers(int count, uint* buffers);

    /// <summary>Copies samples into a buffer.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alBufferData")]
    public static partial void BufferData(uint buffer, int format, void* samples, int bytes, int frequency);

    /// <summary>Makes sources.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alGenSources")]
    public static partial void GenSources(int count, uint* sources);

    /// <summary>Ends sources.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alDeleteSources")]
    public static partial void DeleteSources(int count, uint* sources);

    /// <summary>Sets a whole number of a source.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alSourcei")]
    public static partial void Source(uint source, int name, int value);

    /// <summary>Sets a number of a source.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alSourcef")]
    public static partial void Source(uint source, int name, float value);

    /// <summary>Sets a vector of a source.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alSourcefv")]
    public static partial void Source(uint source, int name, Vector3* value);

    /// <summary>Reads a whole number of a source.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alGetSourcei")]
    public static partial void GetSource(uint source, int name, out int value);

    /// <summary>Lets a source play its buffer from the start.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alSourcePlay")]
    public static partial void Play(uint source);

    /// <summary>Silences a source.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alSourceStop")]
    public static partial void Stop(uint source);

    /// <summary>Sets a number of who listens.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alListenerf")]
    public static partial void Listener(int name, float value);

    /// <summary>Sets a vector, or two, of who listens.</summary>
    [LibraryImport(NativeNames.OpenAl, EntryPoint = "alListenerfv")]
    public static partial void Listener(int name, Vector3* value);
}
