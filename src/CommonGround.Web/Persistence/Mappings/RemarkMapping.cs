using CommonGround.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class RemarkMapping : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Words);
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasIndex(r => new { r.CaseId, r.ItemId });
    }
}
