using CommonGround.Domain.Forms;

namespace CommonGround.Web.Features.Interviews.FillIn;

/// <summary>One item of a form on a page.</summary>
public sealed record QuestionView(FormItem Item, GivenAnswer? Given, string Readers, string? Error)
{
    public string Id => "a_" + Item.LinkId;

    public string Value => Given is null ? "" : Given.Values.Count > 0 ? Given.Values[0] : Given.OwnWords ?? "";

    public bool Has(string code) => Given?.Values.Contains(code) == true;

    public bool NotKnownYet => Given?.NotKnownYet == true;
}
