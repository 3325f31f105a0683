using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace BlockAssist.Simulation.Files;

/// <summary>A file with one JSON object that a node writes again and again.</summary>
/// <remarks>
/// It says its version in <c>version</c>. One of a newer version is neither read nor written over. Members that this program does not know stay as they
/// are, also in objects within: somebody's later program may need them. It may be read while another process writes it.
/// </remarks>
/// <typeparam name="T">What is in it.</typeparam>
/// <param name="path">The file; there need be none.</param>
/// <param name="what">Of what it is, for <see cref="NewerVersion.What"/>.</param>
/// <param name="form">How it looks.</param>
/// <param name="newest">The version that is written, and the newest that is read.</param>
public sealed class JsonFile<T>(string path, string what, JsonTypeInfo<T> form, int newest = JsonVersion.First)
    where T : class
{
    private const int MostBytes = 16 << 20;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>What members say that a file of before they were added does not have: of this those alone are taken that nothing demands. Null where all of those may be 0 or null.</summary>
    /// <remarks>What a type itself sets such members to is lost when it is read: the reader gives it all members, and those that are absent as 0 or null.</remarks>
    public T? Usual { get; init; }

    /// <summary>What is in the file; null if there is none.</summary>
    /// <exception cref="JsonException">It is damaged.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public T? Read()
    {
        if (Bytes() is not { } bytes)
        {
            return null;
        }

        try
        {
            if (Usual is null || JsonNode.Parse(bytes, documentOptions: Strict) is not JsonObject there)
            {
                return JsonSerializer.Deserialize(bytes, form) ?? throw new JsonException("null");
            }

            JsonMembers.Fill(there, JsonSerializer.SerializeToNode(Usual, form)!.AsObject(), form);
            return there.Deserialize(form);
        }
        catch (Exception error) when (IsNoText(error))
        {
            throw new JsonException($"{path} has names or strings that are no text", error);
        }
    }

    /// <summary>Writes the file so that it is there whole or not at all; one that is damaged is replaced.</summary>
    /// <exception cref="NewerVersionException">There is one of a newer version; it stays as it is.</exception>
    public void Write(T value) => AtomicFile.Write(path, Filler(value));

    /// <summary>The same for a secret: only its owner can read the file.</summary>
    /// <exception cref="NewerVersionException">There is one of a newer version; it stays as it is.</exception>
    public void WritePrivate(T value) => AtomicFile.WritePrivate(path, Filler(value));

    private Action<Stream> Filler(T value)
    {
        var written = JsonSerializer.SerializeToNode(value, form)!.AsObject();
        JsonMembers.Keep(There(), written, form);
        JsonVersion.Put(written, newest);
        return stream =>
        {
            using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = form.Options.WriteIndented, Encoder = form.Options.Encoder });
            written.WriteTo(writer);
        };
    }

    private JsonObject? There()
    {
        try
        {
            return Bytes() is { } bytes ? JsonNode.Parse(bytes, documentOptions: Strict) as JsonObject : null;
        }
        catch (Exception error) when (error is JsonException || IsNoText(error))
        {
            return null;
        }
    }

    // What nodes throw over letters that are none, when these are decoded at last.
    private static bool IsNoText(Exception error) => error is InvalidOperationException or ArgumentException;

    private byte[]? Bytes()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.Length > MostBytes)
        {
            throw new IOException($"{path} has {file.Length} bytes; at most {MostBytes} were expected");
        }

        var bytes = new byte[file.Length];
        bytes = bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        NewerVersionException.ThrowIfNewer(path, what, JsonVersion.Of(bytes), newest);
        return bytes;
    }
}
