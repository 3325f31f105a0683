using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace BlockAssist.Simulation.Files;

/// <summary>The members of JSON objects that this program knows, and those that it does not.</summary>
public static class JsonMembers
{
    /// <summary>Adds to an object what an earlier one has in members that no program of this version writes; what is no text, or is said twice, is left out.</summary>
    /// <param name="earlier">What is in the file; null if nothing is.</param>
    /// <param name="written">What is to be written into it.</param>
    /// <param name="form">Which members are known. Of dictionaries and lists all are.</param>
    public static void Keep(JsonObject? earlier, JsonObject written, JsonTypeInfo form)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(form);
        if (earlier is null || form.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var known = form.Properties.ToDictionary(member => member.Name, StringComparer.Ordinal);
        foreach (var (name, value) in MembersOf(earlier))
        {
            if (!known.TryGetValue(name, out var member))
            {
                if (IsText(value))
                {
                    written.TryAdd(name, value?.DeepClone());
                }
            }
            else if (value is JsonObject within && written[name] is JsonObject kept && form.Options.TryGetTypeInfo(member.PropertyType, out var inner))
            {
                Keep(within, kept, inner);
            }
        }
    }

    /// <summary>Adds to an object what it does not say, as far as nothing demands that it says it.</summary>
    /// <param name="read">What is in a file.</param>
    /// <param name="usual">An object with all members.</param>
    /// <param name="form">Which members are known, and which demanded.</param>
    public static void Fill(JsonObject read, JsonObject usual, JsonTypeInfo form)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(usual);
        ArgumentNullException.ThrowIfNull(form);
        foreach (var member in form.Kind == JsonTypeInfoKind.Object ? form.Properties : [])
        {
            if (!member.IsRequired && !read.ContainsKey(member.Name) && usual.TryGetPropertyValue(member.Name, out var value))
            {
                read[member.Name] = value?.DeepClone();
            }
            else if (read[member.Name] is JsonObject within && usual[member.Name] is JsonObject inner && form.Options.TryGetTypeInfo(member.PropertyType, out var innerForm))
            {
                Fill(within, inner, innerForm);
            }
        }
    }

    // Names and strings are decoded only when they are asked for.
    private static KeyValuePair<string, JsonNode?>[] MembersOf(JsonObject members)
    {
        try
        {
            return [.. members];
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            return [];
        }
    }

    private static bool IsText(JsonNode? value)
    {
        try
        {
            value?.ToJsonString();
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
