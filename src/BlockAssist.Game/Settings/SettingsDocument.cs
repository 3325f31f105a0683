using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BlockAssist.Game.Input;
using BlockAssist.Game.Sound;

namespace BlockAssist.Game.Settings;

/// <summary>Settings as their file has them: bindings by the name of the action, each as <see cref="Binding.ToString"/> writes it.</summary>
internal sealed record SettingsDocument(
    ControlSettings Controls, VideoSettings Video, HudSettings Hud, SoundVolumes Sound, AssistantSettings Assistant, IReadOnlyDictionary<string, string[]> Bindings)
{
    /// <summary>What is written for some settings.</summary>
    public static SettingsDocument Of(GameSettings settings) => new(
        settings.Controls,
        settings.Video,
        settings.Hud,
        settings.Sound,
        settings.Assistant,
        Enum.GetValues<GameAction>().ToDictionary(action => $"{action}", action => settings.Bindings.Of(action).Select(binding => $"{binding}").ToArray()));
}

/// <summary>How settings look as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(SettingsDocument))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class SettingsJson : JsonSerializerContext;
