namespace CommonGround.Web.Features.Shared.Fields;

/// <summary>What the fields of the page being written are called.</summary>
internal static class FieldLabels
{
    public static Dictionary<string, string> Of(HttpContext context)
    {
        if (context.Items[typeof(FieldLabels)] is not Dictionary<string, string> labels)
        {
            context.Items[typeof(FieldLabels)] = labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        }

        return labels;
    }
}
