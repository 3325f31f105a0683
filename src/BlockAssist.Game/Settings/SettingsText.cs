using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Game.Input;

namespace BlockAssist.Game.Settings;

/// <summary>Reads and writes settings as JSON. Whatever is wrong in it costs itself only: the rest is taken.</summary>
internal static class SettingsText
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Writes settings.</summary>
    public static byte[] Write(GameSettings settings) => JsonSerializer.SerializeToUtf8Bytes(SettingsDocument.Of(settings), SettingsJson.Default.SettingsDocument);

    /// <summary>Reads settings; names that mean nothing are passed over, values out of range are clamped.</summary>
    /// <param name="json">The file.</param>
    /// <param name="wrong">Takes the names of what could not be understood.</param>
    public static GameSettings Read(ReadOnlySpan<byte> json, ICollection<string> wrong)
    {
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

    private static JsonObject? Parse(ReadOnlySpan<byte> json)
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
