using CommonGround.Domain.Forms;

namespace CommonGround.Web.Features.Interviews.FillIn;

/// <summary>One item of a form on a page.</summary>
public sealed record QuestionView(FormItem Item, GivenAnswer? Given, string Readers, string? Error, string? Entered)
{
    public string Id => "a_" + Item.LinkId;

    public string Value => Text(Given);

    /// <summary>What stands in its field: "I do not know yet" is no text.</summary>
    public static string Text(GivenAnswer? given) => given is null ? "" : given.Values.Count > 0 ? given.Values[0] : given.OwnWords ?? "";

    public bool Has(string code) => Given?.Values.Contains(code) == true;

    public bool NotKnownYet => Given?.NotKnownYet == true;
}
