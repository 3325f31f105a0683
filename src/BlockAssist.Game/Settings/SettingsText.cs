using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Game.Input;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Game.Settings;

/// <summary>Reads and writes settings as JSON. Whatever is wrong in it costs itself only: the rest is taken.</summary>
internal static class SettingsText
{
    private const int Version = 1;

    private static readonly JsonDocumentOptions Lenient = new() { AllowDuplicateProperties = false, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 };

    /// <summary>Writes settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="earlier">What was written before, of which names that mean nothing here are kept; null if nothing was.</param>
    public static byte[] Write(GameSettings settings, JsonObject? earlier = null)
    {
        var written = JsonSerializer.SerializeToNode(SettingsDocument.Of(settings), SettingsJson.Default.SettingsDocument)!.AsObject();
        JsonMembers.Keep(earlier, written, SettingsJson.Default.SettingsDocument);
        JsonVersion.Put(written, Version);
        return JsonSerializer.SerializeToUtf8Bytes(written, SettingsJson.Default.JsonObject);
    }

    /// <summary>Reads settings; names that mean nothing are passed over, values out of range are clamped.</summary>
    /// <param name="json">The file.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <param name="wrong">Takes the names of what could not be understood.</param>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static GameSettings Read(ReadOnlySpan<byte> json, string name, ICollection<string> wrong)
    {
        DemandKnown(json, name);
        var usual = JsonSerializer.SerializeToNode(SettingsDocument.Of(new GameSettings()), SettingsJson.Default.SettingsDocument)!.AsObject();
        if (Parse(json) is not { } found)
        {
            wrong.Add("the whole file");
            return new GameSettings();
        }

        foreach (var (section, values) in usual.ToArray())
        {
            if (found[section] is JsonObject given)
            {
                Take(usual, section, values!.AsObject(), given, wrong);
            }
            else if (found.ContainsKey(section))
            {
                wrong.Add(section);
            }
        }

        var document = usual.Deserialize(SettingsJson.Default.SettingsDocument)!;
        return new GameSettings
        {
            Controls = document.Controls,
            Video = document.Video,
            Hud = document.Hud,
            Sound = document.Sound,
            Assistant = document.Assistant,
            Bindings = BindingsOf(document, wrong),
        }.Clamped();
    }

    /// <summary>Refuses settings of a newer version.</summary>
    /// <param name="json">The file.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="NewerVersionException">They are.</exception>
    public static void DemandKnown(ReadOnlySpan<byte> json, string name) => NewerVersionException.ThrowIfNewer(name, "settings", JsonVersion.Of(json), Version);

    /// <summary>The whole of a file, uninterpreted; null if it is no JSON object.</summary>
    public static JsonObject? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var found = JsonNode.Parse(json, documentOptions: Lenient) as JsonObject;

            // Names are read only when they are looked at, and may have letters that are none.
            foreach (var (name, section) in found ?? [])
            {
                (section as JsonObject)?.ContainsKey(name);
            }

            return found;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // A value that the whole cannot be read with is put back.
    private static void Take(JsonObject whole, string section, JsonObject usual, JsonObject given, ICollection<string> wrong)
    {
        foreach (var (name, value) in usual.ToArray())
        {
            if (given.ContainsKey(name))
            {
                usual[name] = given[name]?.DeepClone();
                if (!IsSound(whole) || usual[name] is null)
                {
                    usual[name] = value!.DeepClone();
                    wrong.Add($"{section}.{name}");
                }
            }
        }
    }

    private static bool IsSound(JsonObject whole)
    {
        try
        {
            return whole.Deserialize(SettingsJson.Default.SettingsDocument) is not null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static Bindings BindingsOf(SettingsDocument document, ICollection<string> wrong)
    {
        var bindings = new Dictionary<GameAction, Binding[]>();
        foreach (var action in Enum.GetValues<GameAction>())
        {
            var named = document.Bindings[$"{action}"].Select(text => text is null ? null : Binding.Parse(text)).ToArray();
            if (Array.Exists(named, binding => binding is null))
            {
                wrong.Add($"bindings.{action}");
                named = [.. Bindings.Usual.Of(action).Select(binding => (Binding?)binding)];
            }

            bindings[action] = [.. named.OfType<Binding>()];
        }

        return new Bindings(bindings);
    }
}
