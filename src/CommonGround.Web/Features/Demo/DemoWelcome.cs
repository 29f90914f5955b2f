using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Demo;

/// <summary>What whoever started the demo reads in their terminal: where it is, and who they can be there.</summary>
internal static class DemoWelcome
{
    /// <param name="addresses">Where the product listens.</param>
    public static string Text(DemoFile demo, IEnumerable<string> addresses, Texts texts)
    {
        var units = demo.Units.ToDictionary(u => u.Key, u => u.Name);
        var officers = demo.Organisations.Select(o => o.PrivacyOfficer).ToHashSet();
        var groups = demo.People.OrderBy(p => p.Unit is null)
            .Select(p => (Name: $"{p.Given} {p.Family}",
                Group: p.Unit is { } unit ? units[unit] : texts[officers.Contains(p.Key) ? "demo.privacy" : p.NationalId is null ? "demo.workplace" : "demo.citizens"],
                Part: p.Role is { } role && p.Unit is not null ? texts["role." + role] : null))
            .GroupBy(p => p.Group, p => p.Part is null ? p.Name : $"{p.Name} ({p.Part.ToLower(texts.Culture)})");
        var address = addresses.FirstOrDefault() ?? "";
        return string.Join(Environment.NewLine,
        [
            "", texts["welcome.runs", address], texts["welcome.sign-in", $"{address}/demo"], "",
            .. groups.Select(g => $"  {g.Key}{Environment.NewLine}    {string.Join(Environment.NewLine + "    ", g)}"),
            "", texts["welcome.mail", $"{address}/demo/outbox"], "",
        ]);
    }
}
