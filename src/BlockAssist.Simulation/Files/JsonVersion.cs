using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BlockAssist.Simulation.Files;

/// <summary>The version of a JSON object: its member <c>version</c>. One without it is of version 1.</summary>
public static class JsonVersion
{
    /// <summary>The name of the member.</summary>
    public const string Member = "version";

    /// <summary>The version of an object that has none.</summary>
    public const int First = 1;

    /// <summary>Lets an object say its version, as its first member.</summary>
    /// <param name="written">The object.</param>
    /// <param name="version">Its version.</param>
    public static void Put(JsonObject written, int version)
    {
        ArgumentNullException.ThrowIfNull(written);
        written.Remove(Member);
        written.Insert(0, Member, version);
    }

    /// <summary>The version that a line says it is of.</summary>
    /// <returns>1 where it says nothing, which includes all that is no JSON object.</returns>
    public static long Of(string line) => Of(Encoding.UTF8.GetBytes(line));

    /// <summary>The version that some bytes say they are of.</summary>
    /// <returns>1 where they say nothing, which includes all that is no JSON object.</returns>
    public static long Of(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isVersion = reader.ValueTextEquals(Member);
                reader.Read();
                if (isVersion)
                {
                    return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var version) ? version : First;
                }

                reader.Skip();
            }

            return First;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Whoever reads the object says what is wrong with it.
            return First;
        }
    }
}
