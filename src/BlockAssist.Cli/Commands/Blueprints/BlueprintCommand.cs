using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Blueprints;

/// <summary><c>blockassist blueprint</c>: what is to be built, in the files that builders have.</summary>
internal static class BlueprintCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "blueprint",
            "Structures to build: read, shown, converted, fitted to a site, made up.",
            new Example("blockassist blueprint show house.schem --out house.png", "what is in a file, and a picture of it"));
        group.Add(BlueprintListCommand.Create());
        group.Add(BlueprintShowCommand.Create());
        group.Add(BlueprintGenerateCommand.Create());
        group.Add(BlueprintImportCommand.Create());
        group.Add(BlueprintExportCommand.Create());
        group.Add(BlueprintSheetCommand.Create());
        return group;
    }
}
